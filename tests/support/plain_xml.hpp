// A second, slow and simple reading of XML, to check the real one against: text outside `meta`, by taking the
// tags away.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace lacuna::test {

struct PlainXml {
    std::string text;              // with entities decoded and line ends as LF
    std::uint64_t characters = 0;  // code points of it
    std::uint64_t blanks = 0;
};
[[nodiscard]] PlainXml plain_xml(std::string_view bytes);

}  // namespace lacuna::test
