// The presenter's pen: a script of its own (pen/), which only those fetch who present.

/** @import { Stage } from './stage.js' */
/** @import { Message, PenScript } from './types.js' */

export class Presenting {
  /**
   * @param {Stage} stage
   * @param {(words: string) => void} say
   */
  constructor(stage, say) {
    this.stage = stage;
    this.say = say;
    /** @type {Message['pen']} what Python asked for last */
    this.wanted = null;
    /** @type {InstanceType<PenScript['Pen']> | null} */
    this.pen = null;
  }

  /** @param {Message['pen']} wanted null: nobody presents */
  async show(wanted) {
    this.wanted = wanted;
    if (!wanted) {
      this.pen?.leave();
      this.pen = null;
      return;
    }
    try {
      /** @type {PenScript} */
      const { Pen } = await import(String(new URL(wanted.script, document.baseURI)));
      if (this.wanted !== wanted) return; // overtaken
      this.pen ??= new Pen(this.stage, this.say);
      this.pen.show(wanted);
    } catch (error) {
      console.warn('HipChain pen:', error instanceof Error ? error.message : error);
    }
  }
}
