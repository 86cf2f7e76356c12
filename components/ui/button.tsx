// A button in one of four weights. `busy` keeps it in place and deaf while its wish is on the way, `settling` while it has
// just come to mean something else.
import type { ComponentProps } from 'react';
import styles from './button.module.css';

export function Button({
  weight = 'normal',
  busy = false,
  settling = false,
  className,
  onClick,
  ...rest
}: ComponentProps<'button'> & {
  readonly weight?: 'primary' | 'normal' | 'quiet' | 'danger';
  readonly busy?: boolean | undefined;
  readonly settling?: boolean | undefined;
}) {
  return (
    <button
      type="button"
      {...rest}
      className={[styles.button, className].filter(Boolean).join(' ')}
      data-weight={weight}
      aria-busy={busy || undefined}
      data-settling={settling || undefined}
      // Not `disabled`: that would throw the keyboard's focus away in the middle of a click.
      aria-disabled={busy || settling || undefined}
      onClick={busy || settling ? (event) => event.preventDefault() : onClick}
    />
  );
}
