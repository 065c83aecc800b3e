/**
 * A script as `load.ts` reads it fastest, twice as fast as V8 takes it from UTF-8: in ASCII, a byte a
 * character in memory too, and with the function around it that `require` would put there.
 */
function plainScript(source) {
  // A backslash before such a character means nothing; before its number it would.
  const ascii = source.replace(/(\\*)([\u0080-\uffff])/g, (_all, slashes, character) => {
    const code = character.charCodeAt(0).toString(16).padStart(4, '0');
    return `${slashes.length % 2 === 1 ? slashes.slice(1) : slashes}\\u${code}`;
  });
  return `(function (exports, require, module, __filename, __dirname) {${ascii}\n})`;
}

module.exports = { plainScript };
