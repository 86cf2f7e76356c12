'use client';
// The wording of a line as the readers of this page see it.
import { wordingIn } from '../../server/engine/draft/wording';
import type { DeskLine } from '../../server/engine/views';
import { OwnWords } from '../ui/own-words';
import { usePageLocale } from '../ui/words';

export function LineWords({ line }: { readonly line: Pick<DeskLine, 'text' | 'translations'> }) {
  return <OwnWords words={wordingIn(line, usePageLocale())} />;
}
