// One JSON line per thing worth knowing. Never tokens, join codes, what people wrote, or whole addresses.
import pino from 'pino';

export type Logger = pino.Logger;

export function createLogger(options: { readonly level?: string | undefined } = {}): Logger {
  return pino({
    level: options.level ?? 'info',
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: ['req', 'request', 'token', '*.token', 'headers', '*.headers'],
  });
}
