// What the script must find before it takes over. Its syntax is tested by being read at all, and what drawing needs by the
// first drawing; this is what would fail later, under a thumb, when the forms are no longer what is pressed.

export function hasWhatItNeeds(): boolean {
  return [
    Object.fromEntries,
    Array.prototype.flatMap,
    String.prototype.padStart,
    String.prototype.normalize,
    Element.prototype.closest,
    FormData.prototype.entries,
    crypto.getRandomValues,
  ].every((need) => typeof need === 'function');
}
