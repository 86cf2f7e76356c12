// docs/protocol/ as a whole: nothing on it goes unchecked, every page is in the index, its limits are those of the code.
import * as limits from '../../../server/engine/limits';
import { FACILITATOR_LIMITS, PARTICIPANT_LIMITS } from '../../../server/live/intake';
import { WINDOW_MS } from '../../../server/live/ticker';
import { TABLE_NAMES } from '../../../server/protocol/downloads';
import { PROTOCOL_VERSION } from '../../../server/protocol/wire';
import { fences, filesOfPages, pageNames, pageText, sectionOf } from '../../support/protocol-page';

describe('every page', () => {
  test('has no example that nobody checks', () => {
    const checked: Readonly<Record<string, readonly string[]>> = {
      json: [
        ...['command', 'ack', 'snapshot', 'activity', 'draft', 'patch', 'patch-part', 'mine', 'heartbeat', 'presence'],
        ...['similar-question', 'similar-ideas'],
        ...['handshake', 'refused-handshake', 'http', 'start', 'codes', 'checksum', 'checksum-numbers', 'ballot'],
      ],
      jsonl: ['archive'],
      csv: TABLE_NAMES,
      text: ['frames', 'checksum', 'checksum-numbers', ''],
      sh: ['quickstart', 'archive', ''],
    };
    const unchecked = fences.filter(({ language, mark }) => !checked[language]?.includes(mark));
    expect(unchecked).toEqual([]);
  });

  test('is in the index', () => {
    expect([...pageNames].sort()).toEqual([...filesOfPages].sort());
  });

  test('names the version and the limits of the code', () => {
    const text = (heading: string) => sectionOf(heading).text.replaceAll(',', '');
    expect(pageText).toContain(`The version of the protocol is **${PROTOCOL_VERSION}**.`);
    expect(text('idea.submit')).toContain(`| 1–${limits.IDEA_MAX_LENGTH} |`);
    expect(text('ideas.merge')).toContain(`| 1–${limits.HEADING_MAX_LENGTH} |`);
    expect(text('action.submit')).toContain(`| 0–${limits.ACTION_FIELD_MAX_LENGTH} |`);
    expect(text('line.edit')).toContain(`| 0–${limits.LINE_MAX_LENGTH} |`);
    expect(text('moderation.undo')).toContain(`Up to ${limits.UNDO_DEPTH} in turn`);
    expect(text('timer.start')).toContain(`1–${limits.TIMER_MAX_SECONDS} (more than ${limits.TIMER_MAX_SECONDS * 2}`);
    for (const [audience, ms] of Object.entries(WINDOW_MS))
      expect(text('Keeping a view')).toContain(`${ms} ms for \`${audience}\``);
    const rates = text('Rates and sizes');
    for (const { perSecond, burst } of [PARTICIPANT_LIMITS, FACILITATOR_LIMITS])
      expect(rates).toContain(`| ${perSecond} a second ${burst} at once |`);
    expect(rates).toContain(`packet of the socket | ${limits.LARGEST_MESSAGE} bytes`);
    expect(rates).toContain(`body of an HTTP request | ${limits.LARGEST_MESSAGE} bytes`);
  });
});
