/** What WPS puts into its pages; nothing of it is there in any other page. */
interface Window {
  readonly Application?: unknown;
  readonly wps?: { readonly EtApplication?: () => unknown };
}
