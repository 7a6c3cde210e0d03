// What a country is called by its code. ICU is seen only behind text/.
#pragma once

#include <string>
#include <string_view>

namespace lacuna::text {

// "ug" -> "Uganda", in English, as the ICU that is installed calls it; empty for what is the code of no
// country, and for those that are free for private use ("xa").
[[nodiscard]] std::string region_name(std::string_view code);

}  // namespace lacuna::text
