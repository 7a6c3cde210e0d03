#include "score/csv.hpp"

#include <algorithm>

namespace lacuna::score {
namespace {

class Reader {
  public:
    explicit Reader(std::string_view text) : text_(text) {}

    std::vector<std::vector<std::string>> rows() {
        while (at_ < text_.size()) take(text_[at_]);
        if (!cell_.empty() || !row_.empty()) end_row();
        return std::move(rows_);
    }

  private:
    void take(char c) {
        if (c == '"' && cell_.empty() && !quoted_) return quoted_text();
        ++at_;
        if (c == ',') return end_cell();
        if (c == '\n') return end_row();
        if (c == '\r' && (at_ == text_.size() || text_[at_] == '\n')) return;
        cell_.push_back(c);
    }
    void quoted_text() {
        quoted_ = true;
        for (++at_; at_ < text_.size(); ++at_) {
            if (text_[at_] != '"') {
                cell_.push_back(text_[at_]);
            } else if (at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
                cell_.push_back('"');
                ++at_;
            } else {
                ++at_;
                return;
            }
        }
    }
    void end_cell() {
        row_.push_back(std::move(cell_));
        cell_.clear();
        quoted_ = false;
    }
    void end_row() {
        bool const blank = row_.empty() && cell_.empty() && !quoted_;
        end_cell();
        if (!blank) rows_.push_back(std::move(row_));
        row_.clear();
    }

    std::string_view text_;
    std::size_t at_ = 0;
    bool quoted_ = false;  // the cell was quoted: it is not empty for nothing
    std::string cell_;
    std::vector<std::string> row_;
    std::vector<std::vector<std::string>> rows_;
};

}  // namespace

bool Table::has(std::string_view column) const {
    return std::find(header.begin(), header.end(), column) != header.end();
}

std::string const& Table::cell(std::size_t row, std::string_view column) const {
    static std::string const none;
    auto const found = std::find(header.begin(), header.end(), column);
    auto const index = static_cast<std::size_t>(found - header.begin());
    return found != header.end() && index < rows[row].size() ? rows[row][index] : none;
}

Table parse_csv(std::string_view text) {
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    if (text.substr(0, mark.size()) == mark) text.remove_prefix(mark.size());
    Table table;
    table.rows = Reader(text).rows();
    if (table.rows.empty()) return table;
    table.header = std::move(table.rows.front());
    table.rows.erase(table.rows.begin());
    return table;
}

std::string csv_line(std::vector<std::string> const& cells) {
    std::string line;
    for (auto const& cell : cells) {
        if (&cell != &cells.front()) line += ',';
        if (cell.find_first_of(",\"\r\n") == std::string::npos) {
            line += cell;
            continue;
        }
        line += '"';
        for (char const c : cell) line += c == '"' ? std::string("\"\"") : std::string(1, c);
        line += '"';
    }
    return line + '\n';
}

}  // namespace lacuna::score
