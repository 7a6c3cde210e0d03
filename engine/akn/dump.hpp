// Documents as stable text, for people (`lacuna show`) and for golden files.
#pragma once

#include <string>

#include "akn/document.hpp"

namespace lacuna::akn {

struct OutlineOptions {
    bool text = false;  // with the text of every block
    bool colour = false;
    std::size_t width = 100;
};
[[nodiscard]] std::string outline(Document const& document, OutlineOptions options = {});
[[nodiscard]] std::string account_table(Document const& document);

}  // namespace lacuna::akn
