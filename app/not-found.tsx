// No such page: said in the visitor's language, with the way back.
import { getTranslations } from 'next-intl/server';

export default async function NotFound() {
  const t = await getTranslations('Console');
  return (
    <main className="message-page">
      <h1>{t('lost.title')}</h1>
      <p>{t('lost.text')}</p>
      <p>
        {/* The code page is the live server's, not Next's: a plain link loads it whole. */}
        <a href="/">{t('lost.home')}</a>
      </p>
    </main>
  );
}
