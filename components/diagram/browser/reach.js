/**
 * How near is near enough, px. A line's reach is small: a nerve must not steal the tap on a muscle. Beside a
 * footprint there is only bone.
 */
export const REACH = {
  dot: { mouse: 6, finger: 12 },
  line: { mouse: 3, finger: 5 },
  footprint: { mouse: 4, finger: 10 },
};
