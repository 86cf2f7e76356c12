'use client';
// What cannot simply be taken back is asked once more, with what it means.
import type { ReactNode } from 'react';
import { Button } from '../ui/button';
import { Answers } from './answers';
import { useCommander } from './commander';
import { Dialog } from './dialog';

export function ConfirmDialog({
  title,
  confirm,
  weight = 'danger',
  onConfirm,
  onClose,
  children,
}: {
  readonly title: string;
  /** What the button says. */
  readonly confirm: string;
  readonly weight?: 'danger' | 'primary';
  readonly onConfirm: () => Promise<unknown>;
  readonly onClose: () => void;
  /** What it means. */
  readonly children: ReactNode;
}) {
  const { busy } = useCommander();
  return (
    <Dialog title={title} onClose={onClose}>
      {children}
      <Answers onCancel={onClose}>
        <Button weight={weight} busy={busy} onClick={() => void onConfirm()}>
          {confirm}
        </Button>
      </Answers>
    </Dialog>
  );
}
