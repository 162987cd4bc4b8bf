/* What Material's own scripts keep in the browser, by the names they use: see assets/theme/. */

/** The choice of light or dark, as Material keeps it. */
interface Palette {
  color?: Record<string, string>;
}

/** What some browsers tell of the network. */
interface Connection {
  saveData?: boolean;
  effectiveType?: string;
}
