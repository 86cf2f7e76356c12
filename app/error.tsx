'use client';
// A page failed while it was drawn. All three languages at once: the words of the page may be what failed.

const SENTENCES = [
  ['ky', 'Бул барак ачылбай калды. Семинар уланып жатат, эч нерсе жоголгон жок.'],
  ['ru', 'Страница не открылась. Семинар идёт, ничего не потеряно.'],
  ['en', 'This page failed. The seminar goes on and nothing is lost.'],
] as const;

export default function ErrorPage({ reset }: { readonly reset: () => void }) {
  return (
    <main className="message-page">
      {SENTENCES.map(([lang, sentence]) => (
        <p key={lang} lang={lang}>
          {sentence}
        </p>
      ))}
      <button type="button" onClick={reset}>
        <span lang="ky">Кайра ачуу</span>&nbsp;·&nbsp;<span lang="ru">Открыть снова</span>&nbsp;·&nbsp;
        <span lang="en">Try again</span>
      </button>
    </main>
  );
}
