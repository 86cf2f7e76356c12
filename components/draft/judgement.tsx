// What the room said of a line, on the desk: its mark, how many support it, and whether the words are those that were judged.
import type { DeskLine } from '../../server/engine/views';
import { LineMark } from './agreement-mark';
import { EarlierJudgements } from './earlier-judgements';
import styles from './facilitator.module.css';
import { ChangedNote } from './judged-words';
import { SupportShare } from './support-share';

export function Judgement({ endorsement }: { readonly endorsement: NonNullable<DeskLine['endorsement']> }) {
  const { mark, changed, before } = endorsement;
  return (
    <>
      <p className={styles.judged}>
        {mark !== undefined && <LineMark mark={mark} />} <SupportShare figures={endorsement} />
      </p>
      {changed !== undefined && (
        <p className={styles.changed}>
          <ChangedNote changed={changed} everyLanguage />
        </p>
      )}
      <EarlierJudgements before={before} className={styles.judged} />
    </>
  );
}
