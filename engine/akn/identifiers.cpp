// Identifiers by the naming convention of Akoma Ntoso, for rows to which the file gives none.
#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "akn/names.hpp"
#include "akn/numbering.hpp"
#include "akn/settle.hpp"

namespace lacuna::akn {
namespace {

class Maker {
  public:
    explicit Maker(Document& document) : document_(document) {
        taken_.reserve(document.provisions.size());
        for (auto const& row : document.provisions)
            if (!row.eid.empty()) taken_.insert(row.eid);
    }

    void run() {
        for (auto& row : document_.provisions)
            if (row.eid.empty()) make(row);
    }

  private:
    void make(Provision& row) {
        std::string id;
        if (row.parent.valid() && document_.at(row.parent).element != "body")
            id = std::string(document_.at(row.parent).eid) + "__";
        id += std::string(abbreviation(row.element));
        auto const number = number_for_id(row.num);
        id += "_" + (number.empty() ? std::to_string(++counts_[id]) : number);
        auto const wanted = id;
        for (int again = 2; taken_.count(id) != 0; ++again) id = wanted + "_" + std::to_string(again);
        row.eid = document_.names->keep(id);
        row.eid_made = true;
        taken_.insert(row.eid);
    }

    Document& document_;
    std::unordered_set<std::string_view> taken_;
    std::unordered_map<std::string, int> counts_;
};

}  // namespace

void make_identifiers(Document& document) {
    auto const& rows = document.provisions;
    if (std::any_of(rows.begin(), rows.end(), [](Provision const& row) { return row.eid.empty(); }))
        Maker(document).run();
}

}  // namespace lacuna::akn
