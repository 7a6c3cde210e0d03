#include <fmt/format.h>

#include <algorithm>

#include "report/compare/reasons.hpp"

namespace lacuna::report {
namespace {

[[nodiscard]] bool lists_name(std::vector<std::string> const& names, std::string const& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

class Differences {
  public:
    explicit Differences(Sides const& sides) : sides_(sides) {}

    [[nodiscard]] std::vector<Difference> run() {
        auto const& a = sides_.a;
        auto const& b = sides_.b;
        if (a.rules != b.rules) out_.push_back({"rules", "the rules differ"});
        if (a.as_of != b.as_of)
            out_.push_back({"as-of", fmt::format("the law was read as at {}, then {}", date(a), date(b))});
        if (a.country_code != b.country_code)
            out_.push_back({"country", "one of the reports does not say whose law it is about"});
        for (auto const& act : b.acts) came_or_changed(act);
        for (auto const& act : a.acts)
            if (sides_.known_b.act(act_key(act)) == nullptr)
                out_.push_back({"act-went", fmt::format("{} was read in the first run only", act.title)});
        lists("bill", "read as if it were law", a.bills, b.bills);
        lists("unread", "could not be read", a.unread, b.unread);
        return std::move(out_);
    }

  private:
    [[nodiscard]] static std::string date(Report const& report) {
        return report.as_of.empty() ? "the files give it" : report.as_of;
    }

    void came_or_changed(ActRow const& act) {
        auto const* before = sides_.known_a.act(act_key(act));
        if (before == nullptr) {
            out_.push_back({"act-came", fmt::format("{} was read in the second run only", act.title)});
        } else if (before->digest != act.digest) {
            auto const dates = before->date == act.date || before->date.empty() || act.date.empty()
                                   ? std::string()
                                   : fmt::format(" (as at {}, then {})", before->date, act.date);
            out_.push_back({"act-changed", fmt::format("the text of {} differs{}", act.title, dates)});
        } else if (before->counts != act.counts) {
            out_.push_back(
                {"act-counts", fmt::format("{} counts as law in one of the runs only", act.title)});
        }
    }

    void lists(std::string const& kind, std::string_view what, std::vector<std::string> const& a,
               std::vector<std::string> const& b) {
        for (auto const& name : b)
            if (!lists_name(a, name))
                out_.push_back({kind, fmt::format("{} {}, in the second run only", name, what)});
        for (auto const& name : a)
            if (!lists_name(b, name))
                out_.push_back({kind, fmt::format("{} {}, in the first run only", name, what)});
    }

    Sides const& sides_;
    std::vector<Difference> out_;
};

}  // namespace

std::vector<Difference> differences(Sides const& sides) {
    return Differences(sides).run();
}

}  // namespace lacuna::report
