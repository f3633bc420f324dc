/** The page is not shown before its HTML has come as far as this: shown in parts, the row above would be seen to move. A browser that does not know this shows what it has. */
export const FirstFrame = () => (
  <>
    <link rel="expect" href="#whole-head" blocking="render" />
    <div hidden id="whole-head" />
  </>
);
