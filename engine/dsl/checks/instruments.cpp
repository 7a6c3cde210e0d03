// Obligations: the measures that meet them exist and have the elements and options that are asked of them.
#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "dsl/checks/checks.hpp"

namespace lacuna::dsl {
namespace {

struct Met {
    std::vector<Measure const*> measures;
    bool uncertain = false;  // some measure could not be read or is not known
};

}  // namespace

std::string how_many_of(std::size_t count) {
    return count == 1 ? "name several, or take 'of' away" : fmt::format("write a number from 1 to {}", count);
}

namespace {

void collect(Meets const& node, Symbols const& symbols, Met& met, Diagnostics& diagnostics) {
    if (node.kind == Meets::Kind::measure) {
        auto const* measure = symbols.measure(node.name.text);
        met.uncertain = met.uncertain || symbols.doubled.contains(node.name.text);
        if (measure != nullptr) {
            met.measures.push_back(measure);
        } else {
            met.uncertain = true;
            symbols.unknown(node.name.text, node.name.span, Symbols::Wanted::measure, diagnostics);
        }
    }
    if (node.kind == Meets::Kind::at_least)
        for (auto at = node.children.begin(); at != node.children.end(); ++at)
            if (at->kind == Meets::Kind::measure &&
                std::any_of(node.children.begin(), at,
                            [&](Meets const& one) { return one.name.text == at->name.text; }))
                diagnostics.add(diagnose(Code::rule_contradiction, at->span,
                                         fmt::format("'{}' is counted twice", at->name.text),
                                         "name each measure once: 2 of (a, b, c)"));
    if (node.kind == Meets::Kind::at_least && (node.count == 0 || node.count > node.children.size()))
        diagnostics.add(
            diagnose(Code::rule_bad_number, node.span,
                     fmt::format("{} of {} measures cannot be asked", node.count, node.children.size()),
                     how_many_of(node.children.size())));
    for (auto const& child : node.children) collect(child, symbols, met, diagnostics);
}

[[nodiscard]] Diagnostic in_wrong_list(Name const& name, bool options) {
    if (options)
        return diagnose(
            Code::rule_unknown_element, name.span,
            fmt::format("'{}' is an element; 'allows' names options", name.text),
            fmt::format("write 'with {}' where it must be found, 'protects {}' where the law may go "
                        "without",
                        name.text, name.text));
    return diagnose(
        Code::rule_unknown_element, name.span,
        fmt::format("'{}' is an option, which the law may add; here elements are named", name.text),
        fmt::format("write 'allows {}'; what must be found is an element of the measure", name.text));
}

// Each name is an element (or an option) of one of the measures.
void check_names(std::vector<Name> const& names, bool options, Met const& met, Diagnostics& diagnostics) {
    std::vector<std::string> known, others;
    for (auto const* measure : met.measures)
        for (auto const& element : measure->elements)
            (element.option == options ? known : others).push_back(element.name.text);
    for (auto const& name : names) {
        if (std::find(known.begin(), known.end(), name.text) != known.end()) continue;
        if (std::find(others.begin(), others.end(), name.text) != others.end()) {
            diagnostics.add(in_wrong_list(name, options));
            continue;
        }
        auto const what = options ? "option" : "element";
        diagnostics.add(
            with_suggestion(Code::rule_unknown_element, name.span,
                            fmt::format("'{}' has no {} '{}', so that this can never be found",
                                        met.measures.front()->name.text, what, name.text),
                            name.text, known,
                            fmt::format("write '{} = …' in the measure, or take the name away here",
                                        options ? "option " + name.text : name.text)));
    }
}

void check_obligation(Obligation const& obligation, Symbols const& symbols, Diagnostics& diagnostics) {
    if (!obligation.met_by) {
        bool const asks =
            !obligation.with.empty() || !obligation.allows.empty() || !obligation.protects.empty();
        if (asks)
            diagnostics.add(
                diagnose(Code::rule_missing_clause, obligation.id.span,
                         fmt::format("obligation {} asks for elements of no measure", obligation.id.text),
                         "write 'met by' and the measure before it"));
        return;
    }
    if (obligation.policy)
        diagnostics.add(diagnose(Code::rule_contradiction, obligation.met_by->span,
                                 "a duty of policy, which no statute can show, is met by no measure",
                                 "take 'policy' away, or 'met by'"));
    Met met;
    collect(*obligation.met_by, symbols, met, diagnostics);
    if (met.uncertain || met.measures.empty()) return;
    check_names(obligation.with, false, met, diagnostics);
    check_names(obligation.protects, false, met, diagnostics);
    check_names(obligation.allows, true, met, diagnostics);
}

// "7.1" stands in article 7, and so does "7" or "7-a".
void check_place(Obligation const& obligation, Article const& article, Diagnostics& diagnostics) {
    auto const &id = obligation.id.text, &of = article.id.text;
    bool const below = id.starts_with(of) && (id.size() == of.size() ||
                                              std::isalnum(static_cast<unsigned char>(id[of.size()])) == 0);
    if (of.empty() || below) return;
    diagnostics.add(diagnose(Code::rule_contradiction, obligation.id.span,
                             fmt::format("obligation {} stands in article {}", id, of),
                             fmt::format("number it {}.1, or put it into its own article", of)));
}

// What titles of laws say is a concept of some language.
void check_laws(Article const& article, Symbols const& symbols, Diagnostics& diagnostics) {
    std::vector<std::string_view> seen;
    for (auto const& name : article.usually_in) {
        if (!symbols.concepts.contains(name.text))
            symbols.unknown(name.text, name.span, Symbols::Wanted::concept_, diagnostics);
        else if (std::find(seen.begin(), seen.end(), name.text) != seen.end())
            diagnostics.add(diagnose(Code::rule_duplicate, name.span,
                                     fmt::format("'{}' is listed twice", name.text), "keep one of the two"));
        seen.push_back(name.text);
    }
}

[[nodiscard]] std::vector<std::string> ids_of(Instrument const& instrument) {
    std::vector<std::string> ids;
    for (auto const& article : instrument.articles)
        for (auto const& obligation : article.obligations) ids.push_back(obligation.id.text);
    return ids;
}

// Each is an obligation of the instrument, and is listed once.
void check_ids(std::vector<Name> const& ids, Instrument const& instrument, Diagnostics& diagnostics) {
    if (ids.empty()) return;
    auto const known = ids_of(instrument);
    std::vector<std::string_view> seen;
    for (auto const& id : ids) {
        if (std::find(known.begin(), known.end(), id.text) == known.end())
            diagnostics.add(
                with_suggestion(Code::rule_unknown_name, id.span,
                                fmt::format("'{}' has no obligation {}", instrument.name.text, id.text),
                                id.text, known, "write the number of an obligation of this instrument"));
        if (std::find(seen.begin(), seen.end(), id.text) != seen.end())
            diagnostics.add(diagnose(Code::rule_duplicate, id.span,
                                     fmt::format("obligation {} is listed twice", id.text),
                                     "keep one of the two"));
        seen.push_back(id.text);
    }
}

// Only what the instrument leaves open permits less of a duty.
void check_narrows(Obligation const& obligation, Instrument const& instrument, Diagnostics& diagnostics) {
    if (!obligation.narrows.empty() && obligation.force != ForceOfDuty::may)
        diagnostics.add(
            diagnose(Code::rule_contradiction, obligation.narrows.front().span,
                     fmt::format("obligation {} binds, and so permits nothing", obligation.id.text),
                     "write 'may', or take 'narrows' away"));
    check_ids(obligation.narrows, instrument, diagnostics);
}

void check_cooperation(Cooperation const& cooperation, Instrument const& instrument, Symbols const& symbols,
                       Diagnostics& diagnostics) {
    if (cooperation.offences.empty() || !cooperation.reaches || !cooperation.below)
        diagnostics.add(
            diagnose(Code::rule_missing_clause, cooperation.span,
                     fmt::format("the view of cooperation \"{}\" does not say {}", cooperation.title,
                                 cooperation.offences.empty() ? "of which obligations"
                                 : cooperation.reaches        ? "what stays below the threshold"
                                                              : "what reaches the threshold"),
                     "write 'offences' with obligations, and the measures 'reaches' and 'below'"));
    for (auto const* name : {&cooperation.reaches, &cooperation.below})
        if (*name && symbols.measure((*name)->text) == nullptr)
            symbols.unknown((*name)->text, (*name)->span, Symbols::Wanted::measure, diagnostics);
    check_ids(cooperation.offences, instrument, diagnostics);
}

}  // namespace

void check_instruments(Pack const& pack, Symbols const& symbols, Diagnostics& diagnostics) {
    for (auto const& file : pack.files)
        for (auto const& instrument : file.instruments) {
            for (auto const& article : instrument.articles) {
                check_laws(article, symbols, diagnostics);
                for (auto const& obligation : article.obligations) {
                    check_place(obligation, article, diagnostics);
                    check_obligation(obligation, symbols, diagnostics);
                    check_narrows(obligation, instrument, diagnostics);
                }
            }
            for (auto const& cooperation : instrument.cooperations)
                check_cooperation(cooperation, instrument, symbols, diagnostics);
        }
}

}  // namespace lacuna::dsl
