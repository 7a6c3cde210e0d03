#include "base/date.hpp"

#include <chrono>
#include <cstddef>

namespace lacuna {

bool is_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
    for (std::size_t i = 0; i < text.size(); ++i)
        if (i != 4 && i != 7 && (text[i] < '0' || text[i] > '9')) return false;
    auto const number = [&](std::size_t at) {
        return static_cast<unsigned>((text[at] - '0') * 10 + text[at + 1] - '0');
    };
    auto const year = static_cast<int>(number(0) * 100 + number(2));
    return std::chrono::year_month_day(std::chrono::year(year), std::chrono::month(number(5)),
                                       std::chrono::day(number(8)))
        .ok();
}

}  // namespace lacuna
