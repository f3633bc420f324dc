/**
 * Holds a press of a button that nothing answers yet, its page's scripts being on their way, and makes it once something does: React drops
 * a press of what it has not taken over. What a button is answered by stands on its element, as React writes it (`__reactProps$` and a number that is
 * another in each page); a part that stands still until its code has come (`components/later/Still`) hears its presses itself. Buttons that send a
 * form work without scripts.
 */
/* eslint-disable words/outside -- read by browsers */
export const EARLY_PRESSES = [
  '((isAnswered,wait)=>{',
  "isAnswered=(button)=>Object.keys(button.closest('[data-still]')||button).some((key)=>key.startsWith('__reactProps$'));",
  'wait=(button)=>requestAnimationFrame(()=>{',
  'if(!button.isConnected)return;',
  'if(!isAnswered(button))return wait(button);',
  'delete button.dataset.early;',
  'button.click()',
  '});',
  "addEventListener('click',(event,button)=>{",
  "button=event.target.closest?.('button[type=button]');",
  'if(!button||isAnswered(button))return;',
  'event.stopImmediatePropagation();',
  "if(!('early'in button.dataset)){button.dataset.early='';wait(button)}",
  '},true)',
  '})()',
].join('');
/* eslint-enable words/outside */
