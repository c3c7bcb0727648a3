// The address of the drawing in a pose. No screen here.

/** @import { Message, Pose } from './types.js' */

/**
 * The drawing in the pose that sliders show, whole degrees; null where no slider poses the figure.
 *
 * @param {Message['sliders']} sliders
 * @param {(label: string) => number | undefined} angleAt where a slider stands
 */
export function posed(sliders, angleAt) {
  if (!sliders) return null;
  /** @type {Pose} */
  const pose = { ...sliders.pose };
  for (const [label, angle] of Object.entries(sliders.angles)) {
    pose[angle] = angleAt(label) ?? pose[angle];
  }
  const degrees = [pose.tilt, pose.drop, pose.lean].map(Math.round);
  return degrees.some(Boolean) ? `${sliders.art}&pose=${degrees.join('_')}` : sliders.art;
}
