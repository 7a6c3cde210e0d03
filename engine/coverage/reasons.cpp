#include "coverage/reasons.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "coverage/lacking.hpp"

namespace lacuna::coverage {
namespace {

[[nodiscard]] std::vector<std::string> without(std::vector<std::string> names,
                                               std::vector<std::string> const& taken) {
    std::erase_if(names, [&](std::string const& name) {
        return std::find(taken.begin(), taken.end(), name) != taken.end();
    });
    return names;
}

class Sentence {
  public:
    Sentence(program::Catalogue const& catalogue, ObligationResult const& result, akn::StatuteSet const& set,
             match::Findings const& findings)
        : catalogue_(catalogue), result_(result), set_(set), findings_(findings) {}

    [[nodiscard]] std::string covered() const {
        if (result_.judged.empty()) return "every part of it was found";
        auto const& best = result_.judged.front();
        auto text = best.broader ? fmt::format("{} covers it, but does not ask for {}: it reaches further",
                                               place(best), lacking_titles(best, best.protections))
                                 : fmt::format("{} has every element that is asked for", place(best));
        if (!best.permitted.empty())
            text += fmt::format("; its condition is allowed: {}", titles(best, best.permitted));
        return text;
    }

    [[nodiscard]] std::string partial() const {
        std::string text;
        auto const* best = lacking();
        if (best != nullptr) text = narrower(*best);
        if (!result_.missing_members.empty())
            text += fmt::format("{}not found: {}", text.empty() ? "" : "; ",
                                fmt::join(result_.missing_members, "; "));
        return text;
    }

    [[nodiscard]] std::string gap() const {
        if (!result_.judged.empty()) {
            auto const& best = result_.judged.front();
            return fmt::format("only {} has it, and it is {}", place(best), not_in_force(best));
        }
        if (!result_.absent.empty()) return "nothing was found: " + absent();
        if (result_.near_misses.empty()) return "nothing was found, and no provision comes near";
        auto const& miss = findings_.near_misses[result_.near_misses.front()];
        return fmt::format("nothing was found; {} comes nearest and fails at {}",
                           place(miss.document, miss.unit), miss.reason);
    }

    [[nodiscard]] std::string option(bool used) const {
        if (used && result_.judged.empty()) return "the country has declared that it uses the option";
        if (used) return fmt::format("{} uses the option", place(result_.judged.front()));
        return result_.absent.empty() ? "no provision uses the option"
                                      : "no provision uses the option: " + absent();
    }

  private:
    // The first few are enough to look for.
    [[nodiscard]] std::string absent() const {
        constexpr std::size_t most = 4;
        auto const shown = std::min(most, result_.absent.size());
        auto const begin = result_.absent.begin();
        std::vector<std::string> const first(begin, begin + static_cast<std::ptrdiff_t>(shown));
        auto const more = result_.absent.size() - shown;
        return fmt::format("no passage speaks of {}{}", fmt::join(first, " or "),
                           more > 0 ? fmt::format(" or of {} more that were looked for", more) : "");
    }
    [[nodiscard]] std::string place(DocumentId document, ProvisionId unit) const {
        auto const& act = set_.at(document);
        auto citation = unit.valid() ? act.citation_of(unit) : std::string();
        if (citation.empty()) citation = "a provision";
        return set_.documents.size() > 1 && !act.meta.title.empty() ? citation + " of " + act.meta.title
                                                                    : citation;
    }
    [[nodiscard]] std::string place(Judged const& judged) const {
        auto const& finding = findings_.findings[judged.finding];
        return place(finding.document, finding.unit);
    }
    [[nodiscard]] std::string titles(Judged const& judged, std::vector<std::string> names) const {
        auto const& measure = catalogue_.at(findings_.findings[judged.finding].measure);
        for (auto& name : names) name = measure.title_of(name);
        return fmt::format("{}", fmt::join(names, ", "));
    }
    // The same of elements that were not found, with what each lacks.
    [[nodiscard]] std::string lacking_titles(Judged const& judged, std::vector<std::string> names) const {
        auto const& finding = findings_.findings[judged.finding];
        auto const& measure = catalogue_.at(finding.measure);
        for (auto& name : names) {
            auto const id = measure.element(name);
            bool const known = id.valid() && id.index() < finding.elements.size();
            auto const lacks =
                known ? lacks_of(catalogue_, measure.elements[id.index()], finding.elements[id.index()])
                      : std::vector<std::string>();
            name = with_lacks(measure.title_of(name), lacks);
        }
        return fmt::format("{}", fmt::join(names, ", "));
    }
    // The best of the provisions that do not cover; the best of all when each does.
    [[nodiscard]] Judged const* lacking() const {
        for (auto const& judged : result_.judged)
            if (judged.verdict == Verdict::partial) return &judged;
        return nullptr;
    }
    [[nodiscard]] std::string not_searched(Judged const& judged, std::string const& what) const {
        auto const& finding = findings_.findings[judged.finding];
        return fmt::format("was not searched for {}: the rules have no words for it in its language ({})",
                           what, findings_.language_of(finding));
    }
    [[nodiscard]] std::string narrower(Judged const& judged) const {
        auto const lacks = without(without(judged.missing, judged.protections), judged.unsaid);
        std::vector<std::string> parts;
        if (!lacks.empty()) parts.push_back("lacks " + lacking_titles(judged, lacks));
        if (!judged.unsaid.empty()) parts.push_back(not_searched(judged, titles(judged, judged.unsaid)));
        if (judged.unexcluded) parts.push_back(not_searched(judged, "what would exclude it"));
        if (!judged.extra.empty())
            parts.push_back(fmt::format("asks for more than is allowed: {}", titles(judged, judged.extra)));
        return fmt::format("{} {}", place(judged), fmt::join(parts, ", and "));
    }
    [[nodiscard]] std::string not_in_force(Judged const& judged) const {
        auto const& finding = findings_.findings[judged.finding];
        bool const by_file =
            finding.unit.valid() && set_.at(finding.document).at(finding.unit).force == akn::Force::repealed;
        auto const* const repeal = by_file ? nullptr : findings_.repeal_of(finding.document);
        switch (finding.force) {
            case akn::Force::not_yet:
                return "not yet in force";
            case akn::Force::repealed:
                return repeal == nullptr ? "repealed" : "repealed by " + place(repeal->by, repeal->provision);
            case akn::Force::suspended:
                return "suspended";
            case akn::Force::expired:
                return "expired";
            case akn::Force::in_force:
                break;
        }
        return "not law";
    }

    program::Catalogue const& catalogue_;
    ObligationResult const& result_;
    akn::StatuteSet const& set_;
    match::Findings const& findings_;
};

}  // namespace

std::string reason_of(program::Catalogue const& catalogue, program::Obligation const& obligation,
                      ObligationResult const& result, akn::StatuteSet const& set,
                      match::Findings const& findings) {
    Sentence const sentence(catalogue, result, set, findings);
    switch (result.verdict) {
        case Verdict::covered:
            return sentence.covered();
        case Verdict::partial:
            return sentence.partial();
        case Verdict::gap:
            return sentence.gap();
        case Verdict::reserved:
            return fmt::format(
                "{}; {} permits this, and the country has declared it",
                result.judged.empty() ? "nothing was found" : sentence.partial(),
                obligation.reservable_under.empty() ? "the instrument" : obligation.reservable_under);
        case Verdict::option_used:
            return sentence.option(true);
        case Verdict::option_not_used:
            return sentence.option(false);
        case Verdict::outside_statutes:
            return "a matter of policy or diplomacy that no statute can show";
        case Verdict::untested:
            return "no rule says what would meet it";
    }
    return {};
}

}  // namespace lacuna::coverage
