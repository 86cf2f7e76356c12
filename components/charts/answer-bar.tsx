// Agree, pass and disagree as one bar of full width: agreement from the left, dissent from the right, passing between.
import type { AgreementFigures } from '../../server/engine/voting/telling/figures';
import styles from './answer-bar.module.css';

export function AnswerBar({ agree, disagree, pass }: AgreementFigures) {
  return (
    <span className={styles.bar} aria-hidden="true">
      {agree > 0 && <span data-answer="agree" style={{ flexGrow: agree }} />}
      {pass > 0 && <span data-answer="pass" style={{ flexGrow: pass }} />}
      {disagree > 0 && <span data-answer="disagree" style={{ flexGrow: disagree }} />}
    </span>
  );
}
