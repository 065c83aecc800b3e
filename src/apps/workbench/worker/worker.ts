import { serveBooks } from './serve-books';

// The global scope of a worker; the page's own types are those of a window.
serveBooks(self as unknown as Parameters<typeof serveBooks>[0]);
