// Text that was read across the columns of a page. A word that is broken at the end of a line goes on in the
// next line of its column; read across, it is followed by a stranger.
#pragma once

#include "akn/read.hpp"

namespace lacuna::akn {

// Marks the document, and warns at the first of them, when many broken words go on with what does not belong
// to them. Asks nothing of the language: a word belongs where the two parts make a word of the text, or where
// the first part is a word itself.
void mark_scrambled_text(Document& document, Source const& source, Diagnostics& diagnostics);

}  // namespace lacuna::akn
