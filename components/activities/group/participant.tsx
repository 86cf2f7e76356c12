/** @jsxImportSource preact */
// While the facilitator groups ideas, the phone points to the wall.

import { Notice } from '../../live/phone/parts/notice';
import type { Page } from '../../live/phone/parts/page';

export function GroupParticipant({ page }: { readonly page: Page }) {
  const { say } = page.words;
  return (
    <Notice title={say('groupTitle')}>
      <p>{say('groupText')}</p>
    </Notice>
  );
}
