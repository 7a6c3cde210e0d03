// Which provisions a text cites, in plain words ("sections 3 to 7", "section 5(1)(a)") and in `ref` elements,
// and by which it is cited. The lexicon says what names a provision (concept provision-name), what makes a
// range or a list, and what points to another act.
#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "match/place_index.hpp"

namespace lacuna::match {

struct Citation {
    std::uint32_t segment = 0;  // that cites
    std::uint32_t token_begin = 0, token_end = 0;
    std::vector<std::uint32_t> passages;  // that are cited, sorted
    std::vector<std::uint32_t> units;     // of those passages, sorted
};

// "section 99 of this Act", where the act has no section 99.
struct DanglingCitation {
    std::uint32_t token_begin = 0, token_end = 0;
    std::string number;
};

class Citations {
  public:
    // The index is of the act.
    Citations(ActText const& act, PlaceIndex const& places, program::KnownConcepts const& known);

    [[nodiscard]] std::vector<Citation> const& all() const { return all_; }
    [[nodiscard]] std::vector<DanglingCitation> const& dangling() const { return dangling_; }
    // Passages that the given segments cite, sorted.
    [[nodiscard]] std::vector<std::uint32_t> cited_from(std::span<std::uint32_t const> segments) const;
    // Rows of all() that stand in the given segments, sorted.
    [[nodiscard]] std::vector<std::uint32_t> in(std::span<std::uint32_t const> segments) const;
    // Passages whose words cite the unit, sorted. `any` also counts clauses about everything in the act.
    [[nodiscard]] std::vector<std::uint32_t> citing(std::uint32_t unit) const;

  private:
    struct Target {
        std::string number;
        std::vector<std::string> points;
    };
    void read_segment(std::uint32_t segment, program::KnownConcepts const& known);
    void read_general_clause(std::uint32_t segment, ConceptId clause);
    void read_references();
    void add(std::uint32_t segment, std::uint32_t begin, std::uint32_t end,
             std::vector<Target> const& targets);
    void resolve(Target const& target, Citation& into);
    void resolve_range(std::string const& from, std::string const& to, Citation& into);
    void add_unit(std::uint32_t unit, std::vector<std::string> const& points, Citation& into);
    [[nodiscard]] std::string const& number_of(ProvisionId provision);
    [[nodiscard]] bool is_below(std::uint32_t passage, ProvisionId unit,
                                std::vector<std::string> const& points);
    void find_passages();
    void index();

    ActText const& act_;
    PlaceIndex const& places_;
    std::vector<std::string const*> path_;  // of is_below(), kept for the next passage
    std::unordered_map<std::string, std::uint32_t> unit_by_number_;
    std::vector<std::uint32_t> passage_begin_, passages_;     // by segment: the first passages that hold it
    std::unordered_map<std::uint32_t, std::string> numbers_;  // by provision, once asked for
    std::vector<Citation> all_;
    std::vector<DanglingCitation> dangling_;
    std::vector<std::vector<std::uint32_t>> by_segment_, by_unit_;  // rows of all_
    std::vector<std::uint32_t> general_;                            // segments of clauses about everything
};

// "Section 3." -> "3", "§ 202a" -> "202a", "(1A)" -> "1a": letters and digits from the first digit on.
[[nodiscard]] std::string plain_number(std::string_view num);

}  // namespace lacuna::match
