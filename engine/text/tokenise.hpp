// One block of text as tokens: words with their places, and what stands around them.
#pragma once

#include <string_view>
#include <vector>

#include "text/statute_text.hpp"

namespace lacuna::text {

// Appends the words of text[begin, end). True when the last sentence ends with the block.
bool tokenise(std::string_view text, std::uint32_t begin, std::uint32_t end, Vocabulary& vocabulary,
              std::vector<Token>& tokens);

}  // namespace lacuna::text
