import { readFile } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.png': 'image/png',
};

/** The file a request means; null for what leads out of the folder. */
export function fileFor(folder: string, address: string): string | null {
  try {
    const path = decodeURIComponent(new URL(address, 'http://localhost').pathname);
    const file = normalize(join(folder, path.endsWith('/') ? `${path}index.html` : path));
    return file.startsWith(normalize(folder) + sep) && !path.includes('\0') ? file : null;
  } catch {
    return null;
  }
}

async function answer(folder: string, address: string, response: ServerResponse): Promise<void> {
  const file = fileFor(folder, address);
  const content = file === null ? null : await readFile(file).catch(() => null);
  if (file === null || content === null) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('404');
    return;
  }
  response
    .writeHead(200, {
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
      // A new build is seen at the next reload; names with a hash in them never change.
      'cache-control': /\.[0-9a-f]{8}\.js$/.test(file) ? 'max-age=31536000, immutable' : 'no-cache',
      'x-content-type-options': 'nosniff',
    })
    .end(content);
}

/** Serves the files of one folder to this computer alone; only GET and HEAD are answered. */
export function serveFolder(folder: string): Server {
  return createServer((request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405).end();
      return;
    }
    answer(folder, request.url ?? '/', response).catch(() => response.destroy());
  });
}

/** Null: the port is taken. */
function listenOn(server: Server, port: number): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const onError = (reason: NodeJS.ErrnoException): void => {
      if (reason.code === 'EADDRINUSE' || reason.code === 'EACCES') resolve(null);
      else reject(reason);
    };
    server.once('error', onError);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', onError);
      resolve(port);
    });
  });
}

/** The first free port of the range; null where all are taken. */
export async function listenFrom(server: Server, from: number, to: number): Promise<number | null> {
  for (let port = from; port <= to; port += 1) {
    if ((await listenOn(server, port)) !== null) return port;
  }
  return null;
}
