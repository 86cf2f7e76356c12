'use client';
// What several districts have in common: the share in each, and how the stakeholder groups of all of them stand to it.
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { LINE_MAX_LENGTH } from '../../../server/engine/limits';
import { hottest } from '../../../server/engine/roll-up/heat';
import type { RollUp, RollUpRow } from '../../../server/engine/roll-up/roll-up';
import { Button } from '../../ui/button';
import { Form, Input } from '../../ui/form';
import { OwnWords } from '../../ui/own-words';
import { useLocalText } from '../../ui/words';
import type { Decide } from './decide';
import { ReadsSince } from './reads-since';
import styles from './roll-up.module.css';
import { ShareCell } from './share-cell';

export function CommonTable({
  rollUp,
  rows,
  decide,
}: {
  readonly rollUp: RollUp;
  readonly rows: readonly RollUpRow[];
  readonly decide: Decide;
}) {
  const draft = useTranslations('Draft');
  const local = useLocalText();
  const highest = hottest(rollUp).priority;
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{draft('priority')}</th>
            {rollUp.districts.map(({ code, place }) => (
              <th key={code} scope="col">
                {place}
              </th>
            ))}
            {rollUp.groups.map(({ id, name }) => (
              <th key={id} scope="col" className={styles.group}>
                {local(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.matchId}>
              <th scope="row">
                <OwnWords words={row.heading} />
                {row.cells.map(
                  (cell, at) =>
                    cell !== null && (
                      <ReadsSince
                        key={cell.code}
                        cell={cell}
                        timeZone={rollUp.timeZone}
                        place={rollUp.districts[at]?.place}
                      />
                    ),
                )}
                <Rework row={row} decide={decide} />
              </th>
              {row.cells.map((cell, at) => (
                <ShareCell
                  key={rollUp.districts[at]?.code}
                  votes={cell?.votes}
                  withheld={cell !== null && cell.votes === undefined}
                  of={rollUp.districts[at]?.votes ?? 0}
                  highest={highest}
                >
                  {cell?.isGoal && '*'}
                </ShareCell>
              ))}
              {rollUp.groups.map(({ id }) => (
                <GroupCell key={id} figure={row.byGroup[id]} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function GroupCell({ figure }: { readonly figure: RollUpRow['byGroup'][string] | undefined }) {
  const draft = useTranslations('Draft');
  if (figure === undefined) return <td className={styles.none}>{draft('withheld')}</td>;
  if (figure.share === null) return <td className={styles.none}>–</td>;
  return (
    <td className={styles.group}>
      {Math.round(100 * figure.share)}%{' '}
      <small>
        {figure.votes}/{figure.of} · {figure.districts}
      </small>
    </td>
  );
}

function Rework({ row, decide }: { readonly row: RollUpRow; readonly decide: Decide }) {
  const t = useTranslations('RollUpPage');
  const { matchId, heading } = row;
  // What is typed stays until it has been taken, whatever somebody else decides meanwhile.
  const [typed, setTyped] = useState<string>();
  if (matchId === undefined) return null;
  const members = row.cells.flatMap((cell) =>
    cell === null ? [] : [{ code: cell.code, priorityId: cell.priorityId }],
  );
  const reword = async () => {
    const words = { text: typed ?? heading.text, lang: heading.lang };
    if (await decide({ type: 'match', matchId, heading: words, members })) setTyped(undefined);
  };
  return (
    <details>
      <summary>{t('reword')}</summary>
      <ul>
        {row.cells.map((cell) =>
          cell === null ? null : (
            <li key={cell.code}>
              <OwnWords words={cell.heading} />
            </li>
          ),
        )}
      </ul>
      <Form className={styles.bar} onSubmit={reword}>
        <Input
          label={t('wording')}
          required
          longest={LINE_MAX_LENGTH}
          dir="auto"
          lang={heading.lang}
          value={typed ?? heading.text}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button type="submit">{t('save')}</Button>
        <Button onClick={() => void decide({ type: 'unmatch', matchId })}>{t('unmatch')}</Button>
      </Form>
    </details>
  );
}
