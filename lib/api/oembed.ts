import * as z from 'zod/mini';

const pixels = z.int().check(z.positive());

/** The answer of GET /api/v1/oembed: a `rich` one of oEmbed 1.0 (https://oembed.com, section 2.3.4.4), which is a frame of the view's page for others, or a picture that leads to it. */
export const oembedAnswer = z.object({
  version: z.literal('1.0'),
  type: z.literal('rich'),
  title: z.string(),
  provider_name: z.literal('Plumbline'),
  provider_url: z.url(),
  html: z.string(),
  width: pixels,
  height: pixels,
  thumbnail_url: z.optional(z.url()),
  thumbnail_width: z.optional(pixels),
  thumbnail_height: z.optional(pixels),
});
export type OembedAnswer = z.infer<typeof oembedAnswer>;
