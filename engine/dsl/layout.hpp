// How the tokens of a rule file are laid out on lines. Works on tokens, not on the tree, so that nothing the
// author wrote can be lost: only blanks and line breaks change. Line breaks of the author between
// alternatives and between the parts of a condition are kept, further ones are added where a line is too
// long. Private to dsl/.
#pragma once

#include <string>
#include <string_view>

namespace lacuna::dsl {

[[nodiscard]] std::string lay_out(std::string_view text);

}  // namespace lacuna::dsl
