// Work that follows a finger, a mouse or a size, at most once per frame of the screen.

/**
 * @returns {(act: () => void) => void} does the latest of what it is given before the next frame,
 * and drops the rest
 */
export function oncePerFrame() {
  let next = 0;
  return (act) => {
    cancelAnimationFrame(next);
    next = requestAnimationFrame(act);
  };
}
