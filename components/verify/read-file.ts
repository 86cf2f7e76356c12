// The lines of a chosen file. Lets the page breathe in between, so that progress shows and buttons answer.
import { linesOf } from '../../server/audit/lines-of';
import { DEFAULT_TIME_ZONE, timeZoneOf } from '../../server/engine/time-zone';
import type { WorkshopDesign } from '../../server/engine/vocabulary';

const LONGEST_BREATH_MS = 30;

/** `onProgress` is told how many bytes have been read. */
export async function* linesOfFile(file: Blob, onProgress?: (bytes: number) => void): AsyncIterable<string> {
  let pausedAt = performance.now();
  let read = 0;
  async function* chunks(): AsyncIterable<Uint8Array> {
    const reader = file.stream().getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      read += part.value.length;
      yield part.value;
    }
  }
  for await (const line of linesOf(chunks())) {
    yield line;
    if (performance.now() - pausedAt < LONGEST_BREATH_MS) continue;
    onProgress?.(read);
    await new Promise((resolve) => setTimeout(resolve));
    pausedAt = performance.now();
  }
}

/** The clock of the workshop, from the first fact of an archive that has been verified. */
export async function timeZoneOfFile(file: Blob): Promise<string> {
  let record = 0;
  for await (const line of linesOfFile(file)) {
    record += 1;
    // Line 1 is the header.
    if (record === 2) return timeZoneOf((JSON.parse(line) as { data: { design: WorkshopDesign } }).data.design);
  }
  return DEFAULT_TIME_ZONE;
}
