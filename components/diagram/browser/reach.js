/**
 * How near is near enough, px. A line's reach is small: a nerve must not steal the tap on a muscle.
 */
export const REACH = {
  dot: { mouse: 6, finger: 12 },
  line: { mouse: 3, finger: 5 },
};
