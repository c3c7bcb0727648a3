// What the file holds compressed: the pictures, as JSON.

/**
 * @param {string} packed gzip in base64
 * @returns {Promise<Record<string, string>>} nothing where the browser cannot: the words beside them stay
 */
export async function unpack(packed) {
  try {
    const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
    return await new Response(stream).json();
  } catch {
    return {};
  }
}
