// Turns the errors a person can put right into one sentence each; everything else passes through with its stack.
import { existsSync } from 'node:fs';
import { MigrationError } from '../../prisma/migrate';
import { EmbeddedPostgresError } from '../data/embedded/embedded-error';
import { StartProblem } from './words.cjs';

type SystemError = NodeJS.ErrnoException & { port?: number; address?: string };

/** What the driver says when the database named by DATABASE_URL cannot be used. */
const unreachable = ['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', 'EHOSTUNREACH', '28P01', '28000', '3D000'];

export function explain(error: unknown): unknown {
  if (error instanceof StartProblem || !(error instanceof Error)) return error;
  const options = { cause: error };
  if (error instanceof MigrationError) {
    return new StartProblem(`migration_${error.code}`, { reason: '', ...error.values }, options);
  }
  if (error instanceof EmbeddedPostgresError) {
    return new StartProblem(`database_${error.code}`, error.values, options);
  }
  const { code = '', syscall, port = '', address = '' } = error as SystemError;
  if (syscall === 'listen' && code === 'EADDRINUSE') return new StartProblem('portTaken', { port }, options);
  if (syscall === 'listen' && code === 'EACCES') return new StartProblem('portForbidden', { port }, options);
  if (syscall === 'listen' && code === 'EADDRNOTAVAIL') return new StartProblem('hostUnknown', { address }, options);
  if (unreachable.includes(code)) return new StartProblem('databaseUnreachable', { reason: error.message }, options);
  if (['EACCES', 'EPERM', 'EROFS'].includes(code)) {
    const { path = '' } = error as SystemError;
    // The launcher has written into these folders a moment ago: an existing file that resists is somebody else's.
    if (existsSync(path)) return new StartProblem('fileOfAnotherUser', { file: path }, options);
    return new StartProblem('folderUnwritable', { folder: path }, options);
  }
  return error;
}
