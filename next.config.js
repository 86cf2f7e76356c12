// Next serves the console and the wall only; the phone's page, the API and the sockets are the live server's.
const createNextIntlPlugin = require('next-intl/plugin');

/** @type {import('next').NextConfig} */
const nextConfig = {
  poweredByHeader: false,
  // The live server in front decides about compression; on-the-fly gzip here costs more than the pages do.
  compress: false,
  // The optimiser needs sharp's binaries and serves nothing we have.
  images: { unoptimized: true },
  // Type checking is `npm run check`; doing it again here would double the wait of a first start.
  typescript: { ignoreBuildErrors: true },
  devIndicators: false,
};

module.exports = createNextIntlPlugin('./i18n/request.ts')(nextConfig);
