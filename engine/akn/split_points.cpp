#include <algorithm>
#include <array>

#include "akn/offsets.hpp"
#include "akn/points.hpp"

namespace lacuna::akn {
namespace {

// The level below `parent`: numbers below a section are its subsections, letters its paragraphs.
[[nodiscard]] std::string_view made_element(std::string_view parent, bool in_article, Counting counting) {
    constexpr std::array<std::string_view, 5> chain{"subsection", "paragraph", "subparagraph", "clause",
                                                    "subclause"};
    if (in_article) return parent == "article" && counting == Counting::digits ? "paragraph" : "point";
    auto const place = std::find(chain.begin(), chain.end(), parent);
    if (place == chain.end() && parent != "section" && parent != "rule") return "point";
    auto const first = counting == Counting::digits ? std::size_t{0} : std::size_t{1};
    auto const level = place == chain.end() ? first : static_cast<std::size_t>(place - chain.begin()) + 1;
    return level < chain.size() ? chain[level] : "point";
}

// Builds the rows, blocks and text of the document anew around the points.
class Splitter {
  public:
    Splitter(Document& document, std::string_view raw) : document_(document), raw_(raw) {}

    std::uint64_t run() {
        cuts_ = points_of(document_);
        if (cuts_.empty()) return 0;
        rebuild();
        return blanks_;
    }

  private:
    // The words stay where they are: a blank before or behind a marker becomes the border of a block.
    void rebuild() {
        old_ = std::move(document_.provisions);
        old_blocks_ = std::move(document_.blocks);
        document_.provisions.clear();
        document_.provisions.reserve(old_.size() + cuts_.size());
        document_.blocks.clear();
        document_.blocks.reserve(old_blocks_.size() + 2 * cuts_.size());
        new_id_.assign(old_.size(), 0);
        for (std::uint32_t row = 0, block = 0; row < old_.size() || block < old_blocks_.size();) {
            if (row < old_.size() && old_[row].block_begin <= block) {
                emit_row(row, {});
                block = old_[row].block_end;
                row = old_[row].subtree_end;
            } else {
                copy_block(block++, ProvisionId{});
            }
        }
        if (!inserted_.empty()) insert_borders();
        move_marks();
    }

    // Where a marker touches the words beside it, the text grows by a border.
    void insert_borders() {
        std::string text;
        text.reserve(document_.text.size() + inserted_.size() + 64);
        std::uint32_t from = 0;
        for (auto const at : inserted_) {
            text.append(document_.text, from, at - from).push_back('\n');
            from = at;
        }
        text.append(document_.text, from);
        auto const raw_place = [&](std::uint32_t at) {
            return file_place(document_.runs, raw_, false, at).begin;
        };
        std::vector<TextRun> runs;
        for (auto const at : inserted_) runs.push_back({moved(at), raw_place(at)});
        for (auto& run : document_.runs) run.text_begin = moved(run.text_begin);
        auto const middle = static_cast<std::ptrdiff_t>(document_.runs.size());
        document_.runs.insert(document_.runs.end(), runs.begin(), runs.end());
        std::inplace_merge(document_.runs.begin(), document_.runs.begin() + middle, document_.runs.end(),
                           [](TextRun const& a, TextRun const& b) { return a.text_begin < b.text_begin; });
        for (auto& block : document_.blocks) {
            block.begin = moved(block.begin);
            block.end = moved(block.end - 1) + 1;
        }
        document_.text = std::move(text);
    }

    void emit_row(std::uint32_t index, ProvisionId parent) {
        auto row = old_[index];
        auto const id = document_.provisions.size();
        new_id_[index] = static_cast<std::uint32_t>(id);
        row.parent = parent;
        auto at = row.block_begin;
        row.block_begin = static_cast<std::uint32_t>(document_.blocks.size());
        document_.provisions.push_back(row);
        for (auto child = index + 1; child < old_[index].subtree_end; child = old_[child].subtree_end) {
            own_blocks(index, at, old_[child].block_begin);
            emit_row(child, ProvisionId(id));
            at = old_[child].block_end;
        }
        own_blocks(index, at, old_[index].block_end);
        close(id);
    }

    void close(std::size_t id) {
        document_.provisions[id].subtree_end = static_cast<std::uint32_t>(document_.provisions.size());
        document_.provisions[id].block_end = static_cast<std::uint32_t>(document_.blocks.size());
    }

    void own_blocks(std::uint32_t index, std::uint32_t from, std::uint32_t to) {
        made_.assign(1, new_id_[index]);
        group_end_ = from < to ? old_blocks_[to - 1].end : 0;
        for (auto i = from; i < to; ++i) {
            auto const& block = old_blocks_[i];
            bool const own = block.provision.value == index;
            if (own && is_norm(block.role))
                cut_block(i);
            else
                copy_block(i, own ? ProvisionId(std::size_t{new_id_[index]}) : ProvisionId{});
        }
        close_made(1);
    }

    void close_made(std::size_t keep) {
        while (made_.size() > keep) {
            close(made_.back());
            made_.pop_back();
        }
    }

    void copy_block(std::uint32_t index, ProvisionId provision) {
        auto const& block = old_blocks_[index];
        add_block(block.begin, block.end, block.role, provision);
    }

    void add_block(std::uint32_t begin, std::uint32_t end, Role role, ProvisionId provision) {
        if (begin < end) document_.blocks.push_back({provision, role, begin, end});
    }

    void cut_block(std::uint32_t index) {
        auto const block = old_blocks_[index];
        auto at = block.begin;
        bool const marked = next_ < cuts_.size() && cuts_[next_].offset == block.begin;
        // Words without a marker, between points: they go on with the point whose list goes on behind them.
        if (!marked && made_.size() > 1) {
            bool const more = next_ < cuts_.size() && cuts_[next_].offset < group_end_;
            close_made(!more ? 1 : cuts_[next_].depth + (cuts_[next_].opens ? 1 : 2));
        }
        while (next_ < cuts_.size() && cuts_[next_].offset < block.end) {
            auto const& cut = cuts_[next_++];
            words(at, cut.offset, block.role);
            open_made(cut);
            add_block(cut.offset, cut.offset + cut.length, Role::num, ProvisionId(made_.back()));
            at = skip_blank(cut.offset + cut.length);
        }
        words(at, block.end, at == block.begin ? block.role : Role::content);
    }

    void words(std::uint32_t begin, std::uint32_t end, Role role) {
        auto trimmed = end;
        if (trimmed > begin && document_.text[trimmed - 1] == ' ')
            border_at(--trimmed);
        else if (trimmed > begin && document_.text[trimmed] != '\n')
            inserted_.push_back(trimmed);
        add_block(begin, trimmed, made_.size() > 1 ? Role::content : role, ProvisionId(made_.back()));
    }

    [[nodiscard]] std::uint32_t skip_blank(std::uint32_t at) {
        if (document_.text[at] != ' ') {
            inserted_.push_back(at);
            return at;
        }
        border_at(at);
        return at + 1;
    }

    void border_at(std::uint32_t blank) {
        document_.text[blank] = '\n';
        ++blanks_;
    }

    void open_made(Cut const& cut) {
        close_made(cut.depth + 1);
        auto const above = document_.provisions[made_.back()];
        bool in_article = false;
        for (auto id = ProvisionId(made_.back()); id.valid(); id = document_.at(id).parent)
            in_article = in_article || document_.at(id).element == "article";
        Provision row = above;
        row.parent = ProvisionId(made_.back());
        row.element = made_element(above.element, in_article, cut.counting);
        row.eid = {};
        row.source = place_of(cut, above.source.source);
        row.block_begin = static_cast<std::uint32_t>(document_.blocks.size());
        made_.push_back(document_.provisions.size());
        document_.provisions.push_back(row);
    }

    [[nodiscard]] Span place_of(Cut const& cut, SourceId source) const {
        auto const begin = file_place(document_.runs, raw_, false, cut.offset).begin;
        auto const marker = std::string_view(document_.text).substr(cut.offset, cut.length);
        if (raw_.substr(begin, cut.length) == marker) return {source, begin, begin + cut.length};
        return {source, begin, file_place(document_.runs, raw_, false, cut.offset + cut.length - 1).end};
    }

    // References and terms go where their text went.
    void move_marks() {
        for (auto& row : document_.references) move_mark(row.from, row.text_begin, row.text_end);
        for (auto& row : document_.terms) move_mark(row.provision, row.text_begin, row.text_end);
        for (auto& row : document_.quotations) move_mark(row.provision, row.text_begin, row.text_end);
    }

    void move_mark(ProvisionId& provision, std::uint32_t& begin, std::uint32_t& end) const {
        auto const length = end - begin;
        begin = moved(begin);
        end = length == 0 ? begin : moved(end - 1) + 1;
        if (!provision.valid()) return;
        provision = ProvisionId(std::size_t{new_id_[provision.index()]});
        auto const& blocks = document_.blocks;
        auto const after = std::upper_bound(blocks.begin(), blocks.end(), begin,
                                            [](std::uint32_t at, Block const& b) { return at < b.begin; });
        if (after != blocks.begin() && std::prev(after)->provision.valid())
            provision = std::prev(after)->provision;
    }

    // Where a byte of the text stands after borders were put in.
    [[nodiscard]] std::uint32_t moved(std::uint32_t offset) const {
        auto const before = std::upper_bound(inserted_.begin(), inserted_.end(), offset) - inserted_.begin();
        return offset + static_cast<std::uint32_t>(before);
    }

    Document& document_;
    std::string_view raw_;
    std::vector<Cut> cuts_;
    std::size_t next_ = 0;
    std::uint32_t group_end_ = 0;
    std::uint64_t blanks_ = 0;
    std::vector<Provision> old_;
    std::vector<Block> old_blocks_;
    std::vector<std::uint32_t> inserted_;  // old places before which a border without a blank was put
    std::vector<std::uint32_t> new_id_;
    std::vector<std::size_t> made_;  // the row and the open made rows below it
};

}  // namespace

std::uint64_t split_points(Document& document, std::string_view raw) {
    return Splitter(document, raw).run();
}

}  // namespace lacuna::akn
