#include "coverage/reservations.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "base/natural_order.hpp"
#include "base/suggest.hpp"

namespace lacuna::coverage {
namespace {

using country::Reservation;

// 7.1.a, 7.1, 7: a number and those of what it stands in.
[[nodiscard]] std::vector<std::string> numbers_above(std::string number) {
    std::vector<std::string> found{number};
    for (auto dot = number.rfind('.'); dot != std::string::npos; dot = number.rfind('.'))
        found.push_back(number = number.substr(0, dot));
    return found;
}

using Numbers = std::vector<std::string>;

void sort_once(Numbers& numbers) {
    std::sort(numbers.begin(), numbers.end(), natural_less);
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
}

// The numbers of options, which a country declares that it uses.
[[nodiscard]] Numbers numbers_of_options(program::Instrument const& instrument) {
    Numbers numbers;
    for (auto const& obligation : instrument.obligations)
        if (obligation.force == dsl::ForceOfDuty::may) numbers.push_back(obligation.id);
    sort_once(numbers);
    return numbers;
}

// The numbers that a reservation can name: of what permits it, else of the duty and of what it stands in.
[[nodiscard]] Numbers numbers_of_reservations(program::Instrument const& instrument) {
    Numbers numbers;
    for (auto const& obligation : instrument.obligations) {
        if (!obligation.reservable) continue;
        if (!obligation.reservable_under.empty()) {
            numbers.push_back(obligation.reservable_under);
        } else {
            auto const above = numbers_above(obligation.id);
            numbers.insert(numbers.end(), above.begin(), above.end());
        }
    }
    sort_once(numbers);
    return numbers;
}

[[nodiscard]] bool holds(std::vector<std::string> const& numbers, std::string const& number) {
    return std::find(numbers.begin(), numbers.end(), number) != numbers.end();
}

// "11(3)", "Art. 11, para. 3" as the rules write it: what holds a digit, or is one letter, between points.
[[nodiscard]] std::string as_written(std::string const& number) {
    std::string all, part;
    auto const close = [&] {
        bool const counts = part.size() == 1 || part.find_first_of("0123456789") != std::string::npos;
        if (counts) all += (all.empty() ? "" : ".") + part;
        part.clear();
    };
    for (char const c : number) {
        bool const letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (letter)
            part += c;
        else
            close();
    }
    close();
    return all;
}

[[nodiscard]] std::string listed(std::vector<std::string> const& numbers) {
    constexpr std::size_t most = 12;
    auto const shown = static_cast<std::ptrdiff_t>(std::min(most, numbers.size()));
    std::vector<std::string> const first(numbers.begin(), numbers.begin() + shown);
    return fmt::format("{}{}", fmt::join(first, ", "),
                       numbers.size() > most ? fmt::format(" and {} more", numbers.size() - most) : "");
}

[[nodiscard]] bool is_below(std::string const& number, std::string const& above) {
    return holds(numbers_above(number), above);
}

// What was written is a duty or holds some, and under which numbers they can be reserved; empty when the
// number is of no duty.
[[nodiscard]] std::string help_on_duties(program::Instrument const& instrument, std::string const& number) {
    Numbers under;
    bool duties = false;
    for (auto const& obligation : instrument.obligations) {
        if (obligation.force == dsl::ForceOfDuty::may || !is_below(obligation.id, number)) continue;
        duties = true;
        if (obligation.reservable && !obligation.reservable_under.empty())
            under.push_back(obligation.reservable_under);
    }
    sort_once(under);
    if (!under.empty())
        return fmt::format("a reservation to {} is made under {}: write that number", number,
                           fmt::join(under, " or "));
    return duties ? fmt::format("the rules let {} be reserved nowhere: take the statement out", number)
                  : std::string();
}

// The number that was most likely meant, of those that can be written.
[[nodiscard]] std::string meant(std::string const& number, Numbers const& numbers) {
    if (auto const same = as_written(number); same != number && holds(numbers, same)) return same;
    for (auto const& known : numbers)
        if (is_below(known, number)) return known;
    for (auto const& above : numbers_above(number))
        if (holds(numbers, above)) return above;
    return {};
}

[[nodiscard]] std::string help_on(program::Instrument const& instrument, Reservation const& statement,
                                  Numbers const& numbers) {
    auto const& number = statement.article;
    if (!statement.declaration)
        if (auto help = help_on_duties(instrument, as_written(number)); !help.empty()) return help;
    if (auto const likely = meant(number, numbers); !likely.empty())
        return fmt::format("did you mean '{}'?", likely);
    auto const* const what = statement.declaration ? "declarations" : "reservations";
    if (numbers.empty()) return fmt::format("the rules know no {} on this instrument", what);
    auto const near = suggest(number, numbers);
    auto const can = fmt::format("the rules know {} on {}", what, listed(numbers));
    return near.empty() ? can : fmt::format("did you mean '{}'? {}", near, can);
}

void report_number(program::Instrument const& instrument, Reservation const& statement,
                   Diagnostics& diagnostics) {
    auto const options = numbers_of_options(instrument), reservations = numbers_of_reservations(instrument);
    if (holds(options, statement.article) || holds(reservations, statement.article)) return;
    bool const duty = std::any_of(instrument.obligations.begin(), instrument.obligations.end(),
                                  [&](auto const& o) { return o.id == statement.article; });
    auto const* const what = statement.declaration ? "declaration" : "reservation";
    diagnostics.add(diagnose(
        Code::reservation_idle, statement.article_place,
        fmt::format(
            "the {} on {}/{} counts for nothing: {}", what, instrument.name, statement.article,
            duty ? "nothing may be reserved under that number" : "no rule permits one under that number"),
        help_on(instrument, statement, statement.declaration ? options : reservations)));
}

}  // namespace

Reservation const* reservation_to(country::Country const& country, program::Instrument const& instrument,
                                  program::Obligation const& obligation) {
    if (!obligation.reservable) return nullptr;
    if (!obligation.reservable_under.empty())
        return country.reservation(instrument.name, obligation.reservable_under);
    for (auto const& number : numbers_above(obligation.id))
        if (auto const* found = country.reservation(instrument.name, number)) return found;
    return nullptr;
}

void report_reservations(program::Catalogue const& catalogue, country::Country const& country,
                         Diagnostics& diagnostics) {
    std::vector<std::string> names;
    for (auto const& instrument : catalogue.instruments) names.push_back(instrument.name);
    std::set<std::string> elsewhere;
    Span place;
    for (auto const& statement : country.reservations) {
        auto const id = catalogue.instrument(statement.instrument);
        if (id.valid()) {
            report_number(catalogue.at(id), statement, diagnostics);
        } else if (auto const near = suggest(statement.instrument, names); !near.empty()) {
            diagnostics.add(diagnose(Code::reservation_idle, statement.instrument_place,
                                     fmt::format("the rules have no instrument '{}'", statement.instrument),
                                     fmt::format("did you mean '{}'?", near)));
        } else {
            if (elsewhere.empty()) place = statement.instrument_place;
            elsewhere.insert(statement.instrument);
        }
    }
    if (!elsewhere.empty())
        diagnostics.add(diagnose(Code::reservations_elsewhere, place,
                                 fmt::format("what was declared on {} counts for nothing: these rules do not "
                                             "have it",
                                             fmt::join(elsewhere, ", ")),
                                 "nothing is wrong with it; it counts where those rules are read"));
}

}  // namespace lacuna::coverage
