/**
 * Starts the worker from where this page keeps it: the one-file page holds its program in an inert
 * script, a served page names its file.
 */
export function startWorker(page: Document = document): Worker {
  const inside = page.getElementById('jixiao-worker');
  if (inside) {
    const program = new Blob([inside.textContent], { type: 'text/javascript' });
    return new Worker(URL.createObjectURL(program));
  }
  const file = page.querySelector('meta[name="jixiao-worker"]')?.getAttribute('content');
  return new Worker(new URL(file ?? 'worker.js', page.baseURI));
}
