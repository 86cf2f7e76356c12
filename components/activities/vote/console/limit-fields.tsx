'use client';
// The limits of one ballot: dots and their cap, marks, or places in an order.
import { useTranslations } from 'next-intl';
import { assertNever } from '../../../../server/engine/assert-never';
import type { VoteMethod } from '../../../../server/engine/vocabulary';
import { Input } from '../../../ui/form';
import { useLimitWords } from '../settings-words';

export function NumberField({
  label,
  value,
  most,
  onChange,
}: {
  readonly label: string;
  readonly value: number;
  readonly most: number;
  readonly onChange: (value: number) => void;
}) {
  return (
    <Input
      label={label}
      type="number"
      min={1}
      max={most}
      required
      value={value === 0 ? '' : value}
      onChange={(event) => onChange(Math.min(most, Math.max(0, Math.trunc(Number(event.target.value)))))}
    />
  );
}

export function LimitFields({
  method,
  onChange,
}: {
  readonly method: VoteMethod;
  readonly onChange: (method: VoteMethod) => void;
}) {
  const t = useTranslations('Console');
  const limit = useLimitWords();
  switch (method.name) {
    case 'dots':
      return (
        <>
          <NumberField
            label={t('vote.settings.budget')}
            value={method.budget}
            most={100}
            onChange={(budget) => onChange({ ...method, budget })}
          />
          <NumberField
            label={t('vote.settings.cap')}
            value={method.cap}
            most={100}
            onChange={(cap) => onChange({ ...method, cap })}
          />
        </>
      );
    case 'approval':
      return (
        <NumberField
          label={t('vote.settings.max')}
          value={method.max}
          most={50}
          onChange={(max) => onChange({ ...method, max })}
        />
      );
    case 'ranking':
      return (
        <NumberField
          label={t('vote.settings.top')}
          value={method.top}
          most={50}
          onChange={(top) => onChange({ ...method, top })}
        />
      );
    case 'score':
    case 'agreement':
      return <p>{limit(method)}</p>;
    default:
      return assertNever(method);
  }
}
