#include "dsl/ast.hpp"

#include <cmath>

namespace lacuna::dsl {

double days_in(Unit unit) {
    switch (unit) {
        case Unit::years:
            return 365;
        case Unit::months:
            return 30;
        case Unit::weeks:
            return 7;
        case Unit::hours:
            return 1.0 / 24;
        case Unit::days:
        case Unit::none:
            return 1;
    }
    return 1;
}

double days_of(double count, Unit unit) {
    if (unit != Unit::months && unit != Unit::years) return count * days_in(unit);
    auto const months = unit == Unit::years ? count * 12 : count;
    auto const years = std::floor(months / 12);
    return years * days_in(Unit::years) + (months - 12 * years) * days_in(Unit::months);
}

double units_in(double days, Unit unit) {
    if (unit != Unit::months && unit != Unit::years) return days / days_in(unit);
    auto const years = std::floor(days / days_in(Unit::years));
    auto const months = 12 * years + (days - years * days_in(Unit::years)) / days_in(Unit::months);
    return unit == Unit::years ? months / 12 : months;
}

std::string_view to_string(Scope scope) {
    switch (scope) {
        case Scope::sentence:
            return "sentence";
        case Scope::passage:
            return "passage";
        case Scope::section:
            return "section";
        case Scope::definition:
            return "definition";
        case Scope::reference:
            return "reference";
        case Scope::part:
            return "part";
        case Scope::act:
            return "act";
        case Scope::set:
            return "set";
    }
    return "";
}

std::string_view to_string(ForceOfDuty force) {
    switch (force) {
        case ForceOfDuty::shall:
            return "shall";
        case ForceOfDuty::shall_dl:
            return "shall-dl";
        case ForceOfDuty::should:
            return "should";
        case ForceOfDuty::may:
            return "may";
    }
    return "";
}

std::string_view to_string(Verified verified) {
    switch (verified) {
        case Verified::unstated:
            return "unstated";
        case Verified::checked:
            return "checked";
        case Verified::secondary:
            return "secondary";
        case Verified::memory:
            return "memory";
    }
    return "";
}

}  // namespace lacuna::dsl
