// A Word document from its body: pandoc makes the file, a frame of our own (docx/) gives it A4 and page
// numbers.
#pragma once

#include <string>

#include "report/formats.hpp"

namespace lacuna::report {

// `body` is WordprocessingML, one element a line; every text in it is escaped and without line breaks. Fails
// when pandoc is not installed.
[[nodiscard]] Written docx_file(std::string const& title, std::string const& subtitle,
                                std::string const& body);

}  // namespace lacuna::report
