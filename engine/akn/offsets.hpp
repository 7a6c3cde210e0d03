// From a place of the text to the bytes of the file, for rooms inside that have no finished Document yet.
// Private to the room.
#pragma once

#include <span>

#include "akn/document.hpp"

namespace lacuna::akn {

struct FilePlace {
    std::uint32_t begin = 0, end = 0;
};
// The bytes behind one byte of the text. `runs` and the text belong together; `raw` are the bytes of the
// file.
[[nodiscard]] FilePlace file_place(std::span<TextRun const> runs, std::string_view raw, bool plain,
                                   std::uint32_t text_offset);

}  // namespace lacuna::akn
