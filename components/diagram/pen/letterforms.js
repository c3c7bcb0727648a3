// The page's letters for an image that cannot see the page: their file, written into a rule.

/** @type {Map<string, Promise<string>>} by family */
const kept = new Map();

/**
 * The rule for the first family of a list; empty where the page has no file of it.
 *
 * @param {string} families
 */
export function letters(families) {
  const family = plain(families.split(',')[0]);
  const found = kept.get(family) ?? written(family).catch(() => '');
  kept.set(family, found);
  return found;
}

/** @param {string} family */
async function written(family) {
  const rule = rules().find(({ style }) => {
    const isOurs = plain(style.getPropertyValue('font-family')) === family;
    return isOurs && !/italic/.test(style.getPropertyValue('font-style'));
  });
  const source = rule?.style.getPropertyValue('src').match(/url\("?([^")]+)"?\)/)?.[1];
  if (!rule || !source) return '';
  const address = new URL(source, rule.parentStyleSheet?.href ?? document.baseURI);
  const answer = await fetch(address);
  if (!answer.ok) return '';
  const data = await dataUrl(await answer.blob());
  const weight = rule.style.getPropertyValue('font-weight') || 'normal';
  return `@font-face { font-family: "${family}"; font-weight: ${weight}; src: url("${data}"); }`;
}

/** @returns {CSSFontFaceRule[]} */
function rules() {
  return [...document.styleSheets].flatMap((sheet) => {
    try {
      const all = [...sheet.cssRules];
      return all.filter((rule) => rule instanceof CSSFontFaceRule);
    } catch {
      return []; // of somebody else
    }
  });
}

/**
 * @param {Blob} blob
 * @returns {Promise<string>}
 */
const dataUrl = (blob) =>
  new Promise((done, fail) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result));
    reader.onerror = () => fail(reader.error);
    reader.readAsDataURL(blob);
  });

/** @param {string} family */
const plain = (family) => family.trim().replace(/^["']|["']$/g, '');
