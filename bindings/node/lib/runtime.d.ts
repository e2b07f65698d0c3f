// What every library's declarations use.
/// <reference lib="esnext.disposable" />

/** A call failed; the message says why. */
export declare class NativeError extends Error {}

/** The shared object is missing, or of another version than these files. */
export declare class LoadError extends Error {}

declare const kind: unique symbol;

/** The number of an object of this kind, 0 for none. */
export type Handle<Kind extends string> = number & { readonly [kind]: Kind };

/** An integer of at most 64 bits: a number where that is exact. */
export type Integer = number | bigint;

/** A text: a string, or its UTF-8. */
export type Text = string | Uint8Array;

/** Texts in an array or another collection; a string is none. */
export type Texts = object & (Iterable<Text> | ArrayLike<Text>);

export type Floats = Iterable<number> | ArrayLike<number>;

export type Integers = Iterable<Integer> | ArrayLike<Integer>;

/** An object of the archive. One kind does not stand for another. */
export declare abstract class Owner<Kind extends string> {
  private readonly kind: Kind;

  /** Its number, 0 once it was freed. */
  get handle(): Handle<Kind>;

  /** Frees it; a second time does nothing. */
  close(): void;

  /** Its number, which is the caller's to free from now on. */
  detach(): Handle<Kind>;

  /** The same as `close`, where the language has `using`. */
  [Symbol.dispose](): void;
}
