/**
 * Moves labels apart so that none covers another, each as little as can be.
 * @param wished where the labels would stand, in pixels, in any order
 * @param apart the least distance between two
 * @returns their places in the order given, within [least, most] where there is room
 */
export function spread(wished: readonly number[], apart: number, least: number, most: number): number[] {
  const order = wished.map((_, index) => index).sort((a, b) => wished[a]! - wished[b]!);
  const places = order.map((index) => Math.min(Math.max(wished[index]!, least), most));
  for (let index = 1; index < places.length; index++) places[index] = Math.max(places[index]!, places[index - 1]! + apart);
  let limit = most;
  for (let index = places.length - 1; index >= 0; index--) {
    places[index] = Math.min(places[index]!, limit);
    limit = places[index]! - apart;
  }
  return wished.map((_, index) => places[order.indexOf(index)]!);
}
