'use client';
// Below every activity: who takes part, and the way in for those who come late.
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { ActivityView, ScreenView } from '../../server/engine/views';
import { screenFace } from '../activities/screens';
import { useRoom } from '../live/provider';
import { useSessionInfo } from '../live/session-info';
import { spacedCode, typedAddress } from './join-address';
import { LineNotice } from './line-notice';
import { QrCode } from './qr-code';
import styles from './wall.module.css';

export function WallFooter({
  view,
  activity,
  code,
}: {
  readonly view: ScreenView;
  readonly activity: ActivityView;
  readonly code: string;
}) {
  const t = useTranslations('Screen');
  const { presence } = useRoom<'screen'>();
  const info = useSessionInfo(code);
  const { turnout, kind } = activity;
  const face = screenFace(kind);
  const counts = !activity.watched && (activity.revealed || !face.picturesTurnout);
  const strong = { b: (chunks: ReactNode) => <strong>{chunks}</strong> };
  const people = (
    <div className={styles.people}>
      <p>{t.rich('footer.joined', { count: view.joined ?? 0, ...strong })}</p>
      {counts && turnout !== undefined && (
        <p>{t.rich(`turnout.${kind}`, { voted: turnout.voted, joined: turnout.joined, ...strong })}</p>
      )}
      {presence !== undefined && presence.connected < (view.joined ?? 0) && (
        <p>{t.rich('footer.connected', { count: presence.connected, ...strong })}</p>
      )}
      <LineNotice />
    </div>
  );
  const legend = face.legend?.explains(activity) ? face.legend : undefined;
  return (
    <footer className={styles.footer}>
      {legend === undefined ? (
        people
      ) : (
        <div className={styles.legend}>
          <legend.Legend view={view} activity={activity} />
          <LineNotice />
        </div>
      )}
      {info !== undefined && (
        <div className={styles.join}>
          <div>
            {/* Five long group names need the room; QR and code are still enough to come in. */}
            {legend === undefined && t('footer.join', { address: typedAddress(info.joinUrl) })}
            <strong>{spacedCode(code)}</strong>
          </div>
          <QrCode text={info.joinUrl} label={t('qr', { address: info.joinUrl })} />
        </div>
      )}
    </footer>
  );
}
