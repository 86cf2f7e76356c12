'use client';
// A form that says what a field lacks in the reader's language, beside the field and tied to it. The browser would say it in
// a bubble, in a language of its own.
import { useTranslations } from 'next-intl';
import { type ComponentProps, createContext, type ReactNode, useContext, useId, useState } from 'react';
import { numberIn } from '../../i18n/numbers';
import styles from './form.module.css';
import { type Lack, lackOf } from './lack';
import { usePageLocale } from './words';

type Field = HTMLInputElement | HTMLTextAreaElement;
type Lacks = Readonly<Record<string, Lack | undefined>>;

const LacksOfForm = createContext<Lacks>({});

export function Form({
  onSubmit,
  ...rest
}: Omit<ComponentProps<'form'>, 'onSubmit' | 'noValidate'> & {
  /** Called once nothing is lacking. */
  readonly onSubmit: (form: HTMLFormElement) => unknown;
}) {
  const [lacks, setLacks] = useState<Lacks>({});
  return (
    <LacksOfForm.Provider value={lacks}>
      <form
        {...rest}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const wrong = [...event.currentTarget.elements].filter(isField).flatMap((field) => {
            const lack = lackOf(field as HTMLInputElement);
            return lack === undefined ? [] : [{ field, lack }];
          });
          setLacks(Object.fromEntries(wrong.map(({ field, lack }) => [field.id, lack])));
          if (wrong[0] === undefined) onSubmit(event.currentTarget);
          else wrong[0].field.focus();
        }}
        onChange={({ target }) => {
          // Once it was said, it is said for as long as it is so.
          const field: EventTarget = target;
          if (isField(field) && lacks[field.id] !== undefined) {
            setLacks({ ...lacks, [field.id]: lackOf(field as HTMLInputElement) });
          }
        }}
      />
    </LacksOfForm.Provider>
  );
}

function isField(element: EventTarget): element is Field {
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
}

type Labelled = {
  readonly label: ReactNode;
  readonly labelClass?: string | undefined;
  /** Of field, label and words together. */
  readonly around?: string | undefined;
  /** What is said below the field at any time. */
  readonly hint?: ReactNode;
};

export function Input({
  label,
  labelClass,
  around,
  hint,
  longest,
  ...rest
}: Labelled & { readonly longest?: number } & ComponentProps<'input'>) {
  const field = useField(hint);
  return (
    <Around {...{ label, labelClass, around, hint }} id={field.id}>
      <input {...rest} {...field} data-longest={longest} />
    </Around>
  );
}

export function TextArea({
  label,
  labelClass,
  around,
  hint,
  longest,
  ...rest
}: Labelled & { readonly longest: number } & ComponentProps<'textarea'>) {
  const field = useField(hint);
  return (
    <Around {...{ label, labelClass, around, hint }} id={field.id}>
      <textarea {...rest} {...field} data-longest={longest} />
    </Around>
  );
}

function Around({
  label,
  labelClass,
  around,
  hint,
  id,
  children,
}: Labelled & { readonly id: string; readonly children: ReactNode }) {
  return (
    <div className={around ?? styles.field}>
      <label className={labelClass} htmlFor={id}>
        {label}
      </label>
      {children}
      <Below id={id} hint={hint} />
    </div>
  );
}

function useField(hint: ReactNode) {
  const id = useId();
  const lacks = useContext(LacksOfForm)[id] !== undefined;
  const describedBy = [lacks && `${id}-lack`, hint !== undefined && `${id}-hint`].filter(Boolean).join(' ');
  return { id, 'aria-invalid': lacks || undefined, 'aria-describedby': describedBy || undefined };
}

function Below({ id, hint }: { readonly id: string; readonly hint: ReactNode }) {
  const lack = useContext(LacksOfForm)[id];
  return (
    <>
      {lack !== undefined && (
        <p id={`${id}-lack`} className={styles.lack}>
          <LackWords lack={lack} />
        </p>
      )}
      {hint !== undefined && <small id={`${id}-hint`}>{hint}</small>}
    </>
  );
}

function LackWords({ lack }: { readonly lack: Lack }) {
  const t = useTranslations('Form');
  const locale = usePageLocale();
  switch (lack.code) {
    case 'empty':
      return t('empty');
    case 'noFile':
      return t('noFile');
    case 'noNumber':
      return t('noNumber');
    case 'outside':
      return t('outside', { least: numberIn(locale, lack.least), most: numberIn(locale, lack.most) });
    case 'tooLong':
      return t('tooLong', { most: numberIn(locale, lack.most) });
  }
}
