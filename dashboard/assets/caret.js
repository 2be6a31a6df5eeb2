// Dash's fields put the caret, a moment after each letter, back to where it stood at that letter; what was typed in
// that moment, by a quick hand in a busy page, got its letters in another order. Browsers keep the caret by themselves.
{
  const own = HTMLInputElement.prototype.setSelectionRange;
  HTMLInputElement.prototype.setSelectionRange = function (...range) {
    if (!this.classList.contains("dash-input-element")) own.apply(this, range);
  };
}
